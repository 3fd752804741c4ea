export default function DonorFace() {
  return null;
}
