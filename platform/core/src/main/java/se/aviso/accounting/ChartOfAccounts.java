package se.aviso.accounting;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import se.aviso.kernel.VatRate;

/** Which account the tenant uses for which role; what is not set is the BAS chart's. */
public record ChartOfAccounts(Map<AccountRole, Integer> settings) {
    public ChartOfAccounts {
        settings = Map.copyOf(settings);
    }

    /** The BAS chart as it is. */
    public static ChartOfAccounts bas() {
        return new ChartOfAccounts(new EnumMap<>(AccountRole.class));
    }

    /** The account for a role. */
    public int account(AccountRole role) {
        return settings.getOrDefault(role, role.defaultAccount());
    }

    /** What each account is for; of one that has several roles, the first. */
    public Map<Integer, AccountRole> roles() {
        var roles = new HashMap<Integer, AccountRole>();
        for (var role : AccountRole.values()) {
            roles.putIfAbsent(account(role), role);
        }
        return roles;
    }

    /**
     * The account of output VAT at a rate.
     *
     * @throws IllegalArgumentException for a rate that bears no tax
     */
    public int outputVat(VatRate rate) {
        return switch (rate) {
            case STANDARD -> account(AccountRole.VAT_STANDARD);
            case REDUCED -> account(AccountRole.VAT_REDUCED);
            case LOW -> account(AccountRole.VAT_LOW);
            case ZERO, EXEMPT -> throw new IllegalArgumentException("no output VAT at " + rate);
        };
    }
}
