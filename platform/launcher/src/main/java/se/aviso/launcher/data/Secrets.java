package se.aviso.launcher.data;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.TreeMap;

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

    /** The secret of this name, if it was ever made. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(file.read().get(name));
    }

    /** Makes the secret anew and keeps the present one under another name, both at once. */
    public synchronized void replace(String name, String former) {
        var present = of(name);
        var values = new TreeMap<>(file.read());
        values.put(former, present);
        values.put(name, make());
        file.replace(values);
    }

    /** Forgets the secret of this name. */
    public synchronized void forget(String name) {
        var values = new TreeMap<>(file.read());
        values.remove(name);
        file.replace(values);
    }

    private String make() {
        var text = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
        return text.toString();
    }
}
