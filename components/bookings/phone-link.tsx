/** A number that is dialled by a press, shown as it was written down. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a className="lk" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
      {phone}
    </a>
  );
}
