import type { IconType } from "@/components/ui/icon";
import { Briefcase, Coffee, CookingPot, Folder, House, Megaphone, Package, Smartphone, Sparkles, Users, Utensils, WashingMachine, Wifi, Wind } from "@/components/ui/icons";

const icons: Record<string, IconType> = {
  "washing-machine": WashingMachine,
  wind: Wind,
  utensils: Utensils,
  sparkles: Sparkles,
  "cooking-pot": CookingPot,
  coffee: Coffee,
  smartphone: Smartphone,
  wifi: Wifi,
  house: House,
  package: Package,
  megaphone: Megaphone,
  users: Users,
  briefcase: Briefcase,
};

/** The drawing a category was given; a folder for names there is no drawing for. */
export function CategoryIcon({ name, size = 26 }: { name: string; size?: number }) {
  const Icon = icons[name] ?? Folder;
  return <Icon size={size} />;
}
