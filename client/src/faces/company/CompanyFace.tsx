export default function CompanyFace() {
  return null;
}
