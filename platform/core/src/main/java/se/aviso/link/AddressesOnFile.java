package se.aviso.link;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.member.Guardianship;

/**
 * The e-mail addresses that are kept of a member, and which of them lets somebody in as the member.
 *
 * <p>It is the guardian's while the member is a minor and the guardian has one, else the member's own. From the
 * eighteenth birthday on a guardian's address opens nothing, also when nobody has taken it off the member. Nor does an
 * address that somebody else has put there, for {@value #WAIT} days: whoever may correct a member's address would be
 * let in as the member, past what their role may read, before the member has noticed.
 *
 * @param own the member's
 * @param guardians the guardian's, who gets the invoices
 * @param changedOn when an office last changed one of them
 */
public record AddressesOnFile(
        LocalDate born, Optional<String> own, Optional<String> guardians, Optional<LocalDate> changedOn) {
    /** Days for which an address that was changed opens nothing. */
    public static final int WAIT = 3;

    /** Where a link for this member is sent, as it stands on file; nothing when no address is known, or not yet. */
    public Optional<String> mailbox(LocalDate today) {
        return changedOn.filter(day -> today.isBefore(day.plusDays(WAIT))).isPresent()
                ? Optional.empty()
                : minorsGuardian(today).or(() -> own);
    }

    /** True when whoever reads that mailbox is let in as the member. */
    public boolean isOpenedBy(String mailbox, LocalDate today) {
        var wanted = AskedFor.normalised(mailbox);
        return mailbox(today).map(AskedFor::normalised).filter(wanted::equals).isPresent();
    }

    /** True when that mailbox is the guardian's. */
    public boolean isGuardiansAt(LocalDate today) {
        return minorsGuardian(today).isPresent();
    }

    private Optional<String> minorsGuardian(LocalDate today) {
        return guardians.filter(address -> Guardianship.neededFor(born, today));
    }
}
