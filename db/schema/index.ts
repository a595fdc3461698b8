export * from "./articles";
export * from "./categories";
export * from "./conversations";
export * from "./departments";
export * from "./members";
export * from "./moderation";
export * from "./platform";
export * from "./threads";
