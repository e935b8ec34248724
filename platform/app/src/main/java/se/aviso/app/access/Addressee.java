package se.aviso.app.access;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.aviso.app.security.UserDirectory;
import se.aviso.kernel.RuleViolation;

/** Somebody whom nobody knows yet, by name and by address in the form in which addresses are compared. */
public record Addressee(String name, String email) {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]{2,}");

    /** What Keycloak takes in nobody's name, and would refuse the account for. */
    private static final Pattern SIGNS = Pattern.compile("[<>&\"$%!#?§;:*~/\\\\|^=\\[\\]{}()]");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\v]");
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
        return new Addressee(called(at, name.strip()), address);
    }

    private static String called(String at, String name) {
        if (name.isEmpty() || name.length() > LONGEST || UNSEEN.matcher(name).find()) {
            throw RuleViolation.at(at + "/name", "bad-name", Map.of());
        }
        var signs =
                SIGNS.matcher(name).results().map(MatchResult::group).distinct().collect(Collectors.joining(" "));
        if (!signs.isEmpty()) {
            throw RuleViolation.at(at + "/name", "signs-in-name", Map.of("signs", signs));
        }
        return name;
    }
}
