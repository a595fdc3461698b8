import type { NextConfig } from "next";

const config: NextConfig = {
  // Several development servers on one checkout each need their own.
  distDir: process.env.KUNDIG_BUILD_DIR ?? ".next",
  // Our entry compresses, sets every header and is the only way in.
  compress: false,
  poweredByHeader: false,
  generateEtags: false,
  reactStrictMode: true,
  devIndicators: false,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "graphile-worker", "@node-rs/argon2", "sharp", "pino", "meilisearch", "date-holidays", "nodemailer"],
  // Debug data over a socket would hold back hydration of pages that our entry renders for all.
  experimental: { reactDebugChannel: false, serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
