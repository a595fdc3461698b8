export const escalations = {};
