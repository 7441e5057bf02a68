#!/bin/sh
# Removes packages that only build the admin's pages or call services that a shop here does not have, and documentation.
# If the preparation of the database needs a removed file, the build fails.
set -eu
cd node_modules
rm -rf @medusajs/dashboard @medusajs/ui @medusajs/icons @medusajs/admin-vite-plugin @medusajs/draft-order/src/admin \
  @medusajs/file-s3 @medusajs/analytics-posthog @medusajs/notification-sendgrid @medusajs/workflow-engine-redis \
  @medusajs/event-bus-redis @medusajs/cache-redis @medusajs/caching-redis @medusajs/locking-redis \
  @aws-sdk @smithy @posthog posthog-node bullmq @grpc protobufjs \
  @babel @esbuild esbuild @rollup rollup vite @vitejs @swc tailwindcss autoprefixer caniuse-lite browserslist \
  react-dom react-aria react-aria-components react-stately @react-aria @react-stately @react-types @internationalized \
  @ariakit @tanstack @radix-ui radix-ui @dnd-kit @hookform react-hook-form @uiw prismjs framer-motion motion \
  motion-dom @remix-run react-router-dom react-router cmdk date-fns sucrase @types
find @opentelemetry -mindepth 1 -maxdepth 1 -not -name api -exec rm -rf {} +
find . -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.md' -o -name '*.ts' -o -name '*.tsx' \
  -o -name '*.tsbuildinfo' -o -name '*.flow' \) -delete
find . -type d \( -name __tests__ -o -name __fixtures__ -o -name test -o -name tests -o -name docs -o -name example -o -name examples \) \
  -not -path '*/dist/*' -prune -exec rm -rf {} +
find . -type d -empty -delete
# Medusa creates these folders during a migration if they are missing. In a pod it can't.
for package in @medusajs/*/dist; do mkdir -p "$package/migrations"; done
du -sm .
