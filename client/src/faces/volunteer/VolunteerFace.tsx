export default function VolunteerFace() {
  return null;
}
