<?php

/** Creates the writable folders of a read-only container, in /run, /tmp and on the volume. */
function storeyard_prepare_volume(): void
{
    storeyard_make_directory('/run/storeyard');
    foreach (['plugins', 'themes', 'uploads', 'languages', 'upgrade'] as $name) {
        storeyard_make_directory("/var/lib/shop/$name");
    }
    foreach (['plugins', 'themes'] as $kind) {
        storeyard_link_from_image("/usr/share/storeyard/$kind", "/var/lib/shop/$kind");
    }
    storeyard_link_compiled_code();
    storeyard_drop_kept_pages();
}

/** A container that starts again in its pod finds the pages of the one before, which other code may have made. */
function storeyard_drop_kept_pages(): void
{
    foreach (['/tmp/nginx', '/tmp/storeyard'] as $directory) {
        if (is_dir($directory)) {
            passthru('rm -rf ' . escapeshellarg($directory));
        }
        storeyard_make_directory($directory);
    }
}

/** Links the image's extensions. A merchant's own copy (a real directory) takes precedence; dead links are removed. */
function storeyard_link_from_image(string $image, string $volume): void
{
    foreach (glob("$volume/*") ?: [] as $link) {
        if (is_link($link) && !file_exists($link)) {
            unlink($link);
        }
    }
    foreach (glob("$image/*", GLOB_ONLYDIR) ?: [] as $directory) {
        $link = "$volume/" . basename($directory);
        if (!file_exists($link)) {
            symlink($directory, $link);
        }
    }
}

/** Builds opcache's writable cache: links the image's compiled code, and leaves space for the merchant's. */
function storeyard_link_compiled_code(): void
{
    storeyard_make_directory('/tmp/opcache');
    foreach (glob('/usr/share/storeyard/opcache/*', GLOB_ONLYDIR) ?: [] as $build) {
        $target = '/tmp/opcache/' . basename($build);
        storeyard_make_directory("$target/var");
        foreach (['usr', 'var/www'] as $part) {
            is_link("$target/$part") || symlink("$build/$part", "$target/$part");
        }
    }
}

/** Copies the files that belong to the prepared database: pictures, and WooCommerce's protected folders. */
function storeyard_copy_seed(string $type): void
{
    $seed = "/usr/share/storeyard/seed/$type/uploads";
    if (!is_dir($seed)) {
        return;
    }
    $files = new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator($seed, FilesystemIterator::SKIP_DOTS),
        RecursiveIteratorIterator::SELF_FIRST,
    );
    foreach ($files as $file) {
        $target = '/var/lib/shop/uploads' . substr($file->getPathname(), strlen($seed));
        if ($file->isDir()) {
            storeyard_make_directory($target);
        } elseif (!is_file($target)) {
            copy($file->getPathname(), "$target.part");
            rename("$target.part", $target);
        }
    }
}

function storeyard_make_directory(string $path): void
{
    if (!is_dir($path) && !@mkdir($path, 0755, true) && !is_dir($path)) {
        storeyard_fail("$path can't be made: is the volume writable for user " . posix_geteuid() . '?');
    }
}
