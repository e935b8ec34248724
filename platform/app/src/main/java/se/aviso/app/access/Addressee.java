package se.aviso.app.access;

import java.util.Map;
import java.util.regex.Pattern;
import se.aviso.app.security.UserDirectory;
import se.aviso.kernel.RuleViolation;

/** Somebody whom nobody knows yet, by name and by address in the form in which addresses are compared. */
public record Addressee(String name, String email) {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]{2,}");
    private static final int LONGEST = 200;

    /**
     * As they were written, or what is wrong with that.
     *
     * @param at where name and address stand in the request, such as {@code /admin}; empty for its top
     */
    public static Addressee written(String at, String name, String email) {
        var address = UserDirectory.normalised(email);
        if (address.length() > LONGEST || !EMAIL.matcher(address).matches()) {
            throw RuleViolation.at(at + "/email", "bad-email", Map.of());
        }
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST || called.chars().anyMatch(Character::isISOControl)) {
            throw RuleViolation.at(at + "/name", "bad-name", Map.of());
        }
        return new Addressee(called, address);
    }
}
