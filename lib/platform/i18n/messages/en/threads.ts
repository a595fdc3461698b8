export const threads = {};
