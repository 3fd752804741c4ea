/** The server's own bound, said before anything is sent; the server decides. */
export const PASSWORD_MIN = 10;
