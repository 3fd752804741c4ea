export default function GuardianFace() {
  return null;
}
