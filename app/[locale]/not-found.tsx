import { DeadEnd } from "@/components/layout/dead-end";

/**
 * Next sends this along with every page, so it is kept short. The entry answers with /missing in its
 * place, which can search for the words of the address.
 */
export default function NotFound() {
  return <DeadEnd kind="missing" />;
}
