/** How a record says its year. */
export const yearPattern = /^(?:19|20|21)\d{2}$/;
