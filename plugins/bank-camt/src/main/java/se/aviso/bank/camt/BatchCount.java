package se.aviso.bank.camt;

import java.util.Optional;

/** How many details a batch ({@code Btch}) says that it has, and how many came. */
final class BatchCount {
    private final long offset;
    private Optional<Element> declared = Optional.empty();
    private long counted;

    BatchCount(long offset) {
        this.offset = offset;
    }

    void declare(Element batch) {
        declared = Optional.of(batch);
    }

    void count() {
        counted++;
    }

    long offset() {
        return declared.map(Element::offset).orElse(offset);
    }

    boolean isEmpty() {
        return counted == 0;
    }

    /** True when there should be details, or more than one payment, and there is none of them here. */
    boolean isElsewhere() {
        return isEmpty() && number().filter(number -> !number.equals("0")).isPresent();
    }

    boolean disagrees() {
        return number().filter(number -> !number.equals(Long.toString(counted))).isPresent();
    }

    private Optional<String> number() {
        return declared.flatMap(batch -> batch.text("NbOfTxs")).map(text -> text.replaceFirst("^0+(?=.)", ""));
    }

    /** What the batch declares to amount to. */
    Optional<Element> total() {
        return declared.flatMap(batch -> batch.first("TtlAmt"));
    }

    @Override
    public String toString() {
        return number().orElse("no number") + " declared, " + counted + " read";
    }
}
