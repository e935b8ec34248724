package se.aviso.app.product;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.kernel.VatRate;

/** Reads how something is taxed and booked, of a product and of a line that is written by hand alike. */
public final class LineTerms {
    private static final int FIRST_ACCOUNT = 3000;
    private static final int LAST_ACCOUNT = 3999;
    private static final int LONGEST_REASON = 120;

    private LineTerms() {}

    /** The revenue account, BAS class 3; empty for a text that is none. */
    public static Optional<Integer> account(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .filter(LineTerms::isRevenue);
    }

    /** True for an account that what is sold can be booked on. */
    public static boolean isRevenue(int account) {
        return account >= FIRST_ACCOUNT && account <= LAST_ACCOUNT;
    }

    /**
     * The terms. An exemption needs its reason, which the invoice has to tell (mervärdesskattelagen 2023:200, chapter
     * 17), and only an exemption has one.
     *
     * @param pointer where the line stands, before {@code /exemption}
     */
    public static InvoiceLine.Terms of(VatRate vat, int account, String exemption, String pointer, List<Fault> faults) {
        if (vat != VatRate.EXEMPT) {
            if (!exemption.isEmpty()) {
                faults.add(new Fault("exemption-unasked", pointer + "/exemption", Map.of()));
            }
            return new InvoiceLine.Terms(vat, account);
        }
        var fits = !exemption.isEmpty()
                && exemption.length() <= LONGEST_REASON
                && exemption.chars().noneMatch(Character::isISOControl);
        if (!fits) {
            faults.add(new Fault("exemption-missing", pointer + "/exemption", Map.of()));
        }
        return new InvoiceLine.Terms(vat, account, Optional.of(exemption).filter(said -> fits));
    }
}
