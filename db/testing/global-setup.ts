import { prepareTemplate, startTestCluster } from "./cluster";

/** Before the first test file: a Postgres, and in it the migrated template. */
export default async function setUp(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  process.env.KUNDIG_TEST_SERVER = cluster.url;
  process.env.KUNDIG_TEST_TEMPLATE = await prepareTemplate(cluster.url);
  return () => cluster.stop();
}
