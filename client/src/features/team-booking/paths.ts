// Addresses of the company's pages of bookings.

export const bookingPath = (id: string): string => `/company/bookings/${encodeURIComponent(id)}`;
export const rosterPath = (id: string): string => `${bookingPath(id)}/roster`;
export const dayPath = (id: string): string => `/company/days/${encodeURIComponent(id)}`;
