package se.aviso.app.pickup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.payment.BankFileRecord;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.Money;

/**
 * A file that came for whoever it belongs to.
 *
 * @param scope the tenant in whose folder it lay; absent where it may be for anybody
 * @param note why it was set aside
 */
public record PickedFile(
        UUID id,
        UUID sourceId,
        UUID vaultId,
        Optional<UUID> scope,
        String name,
        long size,
        PickedState state,
        Optional<String> format,
        List<BankFileRecord.Fault> problems,
        Optional<String> note,
        Instant receivedAt) {
    public PickedFile {
        problems = List.copyOf(problems);
    }

    /**
     * One of its sections.
     *
     * @param identity the numbers that it names, as keys
     * @param receiver the tenant that gets it; absent while it is nobody's
     */
    public record Part(
            int position,
            String identity,
            long records,
            Money amount,
            LocalDate bookedOn,
            Optional<UUID> receiver,
            Optional<String> receiverName) {
        /** The numbers that it names, of which any may find its owner. */
        public List<GiroNumber> accounts() {
            return List.of(identity.split(" ", -1)).stream()
                    .map(GiroNumber::ofKey)
                    .toList();
        }
    }
}
