package se.aviso.app.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.privacy.Erasure;

/**
 * What an erasure has taken away, what has stayed, on which ground and until when. It names nobody: who has it in hand
 * knows whose it is by the member's number.
 */
public record Certificate(
        UUID memberId, long memberNumber, LocalDate erasedOn, List<Erasure.Erased> erased, List<Keeping> kept) {
    /**
     * Something that stays.
     *
     * @param through the last day on which it has to be there
     */
    public record Keeping(Erasure.Kept what, Erasure.Ground ground, Optional<LocalDate> through) {
        static Keeping of(Erasure.Keeping keeping) {
            return new Keeping(keeping.what(), keeping.ground(), keeping.through());
        }
    }
}
