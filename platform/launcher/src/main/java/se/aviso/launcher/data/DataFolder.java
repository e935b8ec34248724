package se.aviso.launcher.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.aviso.launcher.console.Refusal;

/** The one folder that holds all that must survive a restart. */
public record DataFolder(Path root) {
    private static final long LEAST_FREE_BYTES = 300L << 20;

    /** Opens the folder, made if needed; refuses one that cannot be written or has no room. */
    public static DataFolder open(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            Files.delete(Files.createTempFile(root, "probe", ".tmp"));
        } catch (IOException e) {
            throw new Refusal(
                    "The data folder " + root + " cannot be written ("
                            + e.getClass().getSimpleName() + "): choose another with --data.",
                    e);
        }
        requireRoom(root);
        return new DataFolder(root);
    }

    private static void requireRoom(Path root) {
        long free = root.toFile().getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new Refusal(
                    "The disk of " + root + " has only " + (free >> 20) + " MB left, and Aviso needs at least "
                            + (LEAST_FREE_BYTES >> 20) + " MB: make room, or choose another folder with --data.");
        }
    }

    /** A file of this folder. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** A folder of this folder, made if needed. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new Refusal("The folder " + root.resolve(name) + " cannot be made: " + e.getMessage() + ".", e);
        }
    }

    /** Where logs go. */
    public Path log() {
        return folder("log");
    }
}
