package se.aviso.bank.ocrgiro;

import java.time.LocalDate;
import java.util.Optional;
import se.aviso.banktext.Days;
import se.aviso.banktext.FixedRecord;
import se.aviso.kernel.Luhn;
import se.aviso.spi.bank.Place;

/**
 * A record as all services of Nets write it: format (1-2), service (3-4), type of transaction (5-6), type of record
 * (7-8), then its fields.
 */
record NetsRecord(FixedRecord fields) {
    static final String OCR_GIRO = "09";
    private static final String TRANSMISSION = "00";
    private static final String CENTURY = "20";

    /** Empty when the record does not begin as one of theirs. */
    static Optional<NetsRecord> of(FixedRecord record) {
        return record.type().equals("NY") && Luhn.isDigits(record.field(3, 8))
                ? Optional.of(new NetsRecord(record))
                : Optional.empty();
    }

    /** The type of record; another service's is none of ours. */
    String type() {
        return fields.field(7, 8);
    }

    /** Whose record it is. */
    String service() {
        return fields.field(3, 4);
    }

    boolean startsTransmission() {
        return service().equals(TRANSMISSION) && type().equals("10");
    }

    boolean isOfService() {
        return service().equals(type().equals("89") || type().equals("10") ? TRANSMISSION : OCR_GIRO);
    }

    boolean continuesAmount() {
        return service().equals(OCR_GIRO) && (type().equals("31") || type().equals("32"));
    }

    /** The number of the amount within its assignment, which its records share. */
    String number() {
        return fields.field(9, 15);
    }

    /** The day of six digits, day first, that begins at the position. */
    Optional<LocalDate> day(int first) {
        var day = fields.field(first, first + 1);
        var month = fields.field(first + 2, first + 3);
        var year = fields.field(first + 4, first + 5);
        return Days.of(CENTURY + year + month + day);
    }

    Place place() {
        return fields.place();
    }
}
