package se.aviso.app.payment;

import java.util.List;

/** Payments that are decided and booked together; the number is their place among the chunks of the file, from 0. */
record Chunk(int number, List<SectionedPayment> payments) {
    Chunk {
        payments = List.copyOf(payments);
    }
}
