package se.aviso.app.member;

import java.util.List;
import java.util.Map;
import se.aviso.kernel.RuleViolation.Fault;

/** What holds for the names, days and accounts of membership types however they are written; faults go to the whole. */
record TypeChecks(List<Fault> faults) {
    private static final int LONGEST = 100;
    private static final int MOST_DAYS = 3_650;
    private static final int FIRST_ACCOUNT = 3_000;
    private static final int LAST_ACCOUNT = 3_999;

    /** The name without blanks around it. */
    String name(String text, String pointer) {
        var bare = text.strip();
        var fits = !bare.isEmpty() && bare.length() <= LONGEST && bare.chars().noneMatch(Character::isISOControl);
        check(fits, "bad-text", pointer);
        return bare;
    }

    void days(int days, String pointer) {
        check(days >= 0 && days <= MOST_DAYS, "bad-days", pointer);
    }

    /** Revenue stands on 3000 to 3999 (BAS): on any other the entry of an invoice would say something else. */
    void account(int account, String pointer) {
        check(account >= FIRST_ACCOUNT && account <= LAST_ACCOUNT, "bad-account", pointer);
    }

    private void check(boolean holds, String code, String pointer) {
        if (!holds) {
            faults.add(new Fault(code, pointer, Map.of()));
        }
    }
}
