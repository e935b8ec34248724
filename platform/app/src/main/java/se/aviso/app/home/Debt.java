package se.aviso.app.home;

import se.aviso.invoice.DebtAge;

/** What is unpaid of one age. */
public record Debt(DebtAge age, Sum sum) {}
