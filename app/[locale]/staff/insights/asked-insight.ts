import { type Department, loadDepartments } from "@/lib/departments/load-departments";
import { type PeriodName, periodNames } from "@/lib/insights/period";

export type Query = Record<string, string | string[] | undefined>;

export type AskedInsight = { period: PeriodName; department: string | undefined; departmentId: number | null; departments: Department[]; text: (name: string) => string | undefined };

/** What the address asks for; nonsense shows the usual. */
export async function askedInsight(query: Query): Promise<AskedInsight> {
  const departments = await loadDepartments();
  const text = (name: string) => {
    const value = query[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const found = departments.find(({ slug }) => slug === text("department"));
  return {
    period: periodNames.find((name) => name === query.period) ?? "quarter",
    department: found?.slug,
    departmentId: found?.id ?? null,
    departments,
    text,
  };
}
