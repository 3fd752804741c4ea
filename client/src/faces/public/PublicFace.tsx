import { Route, Routes } from 'react-router';
import { HomePage } from './HomePage.js';

export default function PublicFace() {
  return (
    <Routes>
      <Route index element={<HomePage />} />
    </Routes>
  );
}
