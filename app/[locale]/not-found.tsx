/**
 * Next sends this along with every page and shows it only by script. The entry answers with /missing in
 * its place, so all it has to be is short.
 */
export default function NotFound() {
  return (
    <main id="main" className="wrap">
      <h1 className="py-20">404</h1>
    </main>
  );
}
