/** As many people as a list shows that was asked for a name: who is not among them is found with one letter more. */
export const PEOPLE_BY_NAME = 200;
