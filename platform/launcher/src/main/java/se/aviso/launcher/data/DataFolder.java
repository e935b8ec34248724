package se.aviso.launcher.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import se.aviso.launcher.console.Refusal;

/** The one folder that holds all that must survive a restart. */
public record DataFolder(Path root) {
    private static final long LEAST_FREE_BYTES = 300L << 20;
    private static final long FULL_BYTES = 20L << 20;

    /** The folder of this path, there or not. */
    public static DataFolder at(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    /** Opens the folder, made if needed; refuses one that cannot be written or has no room. */
    public static DataFolder open(Path path) {
        var folder = at(path);
        var root = folder.root();
        try {
            Files.createDirectories(root);
            Files.delete(Files.createTempFile(root, "probe", ".tmp"));
        } catch (IOException e) {
            throw new Refusal(
                    "The data folder " + root + " cannot be written ("
                            + e.getClass().getSimpleName() + "): choose another with --data.",
                    e);
        }
        folder.requireRoom();
        return folder;
    }

    /** This folder, refused if no Aviso ever ran on it: its lock stays behind. */
    public DataFolder requireThere() {
        if (Files.notExists(file("aviso.lock"))) {
            throw new Refusal("There is no data folder of Aviso at " + root + ": name another with --data.");
        }
        return this;
    }

    private void requireRoom() {
        long free = root.toFile().getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new Refusal(
                    "The disk of " + root + " has only " + (free >> 20) + " MB left, and Aviso needs at least "
                            + (LEAST_FREE_BYTES >> 20) + " MB: make room, or choose another folder with --data.");
        }
    }

    /** A sentence about a disk that is full, if it is: then most that fails fails for that. */
    public Optional<String> fullDisk() {
        long free = root.toFile().getUsableSpace();
        return free < FULL_BYTES && Files.exists(root)
                ? Optional.of("The disk of " + root + " is full (" + (free >> 20)
                        + " MB left): make room, then run the command again; what was committed is kept.")
                : Optional.empty();
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
