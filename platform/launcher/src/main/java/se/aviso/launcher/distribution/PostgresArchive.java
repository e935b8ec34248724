package se.aviso.launcher.distribution;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The archive of PostgreSQL's programs, as it stands on the class path. */
final class PostgresArchive {
    private static final String RESOURCE = "/postgres-linux-x86_64.txz";

    private PostgresArchive() {}

    /** Unpacks the programs into this folder, whole or not at all. */
    static void unpack(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            return;
        }
        var partial = Files.createTempDirectory(target.toAbsolutePath().getParent(), "postgresql-");
        try (var tar = open()) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, partial);
            }
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static TarArchiveInputStream open() throws IOException {
        InputStream archive = PostgresArchive.class.getResourceAsStream(RESOURCE);
        if (archive == null) {
            throw new IOException("no " + RESOURCE + " on the class path");
        }
        return new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)));
    }

    private static void unpack(InputStream bytes, TarArchiveEntry entry, Path folder) throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("an entry outside the archive's folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(bytes, file);
        if ((entry.getMode() & 0100) != 0) {
            makeExecutable(file);
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
    }
}
