<?php

/** Makes the writable places of a read-only container: /run, /tmp and the volume. */
function storeyard_prepare_volume(): void
{
    storeyard_make_directory('/run/apache2');
    // Left by a server that was killed, it names a process that may be another one by now.
    @unlink('/run/apache2/apache2.pid');
    foreach (['plugins', 'themes', 'uploads', 'languages', 'upgrade'] as $name) {
        storeyard_make_directory("/var/lib/shop/$name");
    }
    foreach (['plugins', 'themes'] as $kind) {
        storeyard_link_from_image("/usr/share/storeyard/$kind", "/var/lib/shop/$kind");
    }
    storeyard_link_compiled_code();
}

/** A merchant's own copy (a real directory) wins; a link to what the image no longer has goes. */
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

/** opcache wants its cache writable: the image's part is linked in, what merchants install is added beside it. */
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

/** The prepared database's files: pictures, and the folders that WooCommerce protects. */
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
