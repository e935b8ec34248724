package se.aviso.launcher.data;

import java.security.SecureRandom;

/** Passwords that Aviso makes for its own parts: random, kept in the data folder, readable by its owner alone. */
public final class Secrets {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 32;

    private final PrivateProperties file;
    private final SecureRandom random = new SecureRandom();

    public Secrets(DataFolder folder) {
        this.file = new PrivateProperties(folder.file("secrets.properties"));
    }

    /** The secret of this name, made and stored at the first asking. */
    public synchronized String of(String name) {
        var known = file.read().get(name);
        if (known != null) {
            return known;
        }
        var made = make();
        file.put(name, made);
        return made;
    }

    private String make() {
        var text = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
        return text.toString();
    }
}
