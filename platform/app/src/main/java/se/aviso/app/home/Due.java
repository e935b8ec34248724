package se.aviso.app.home;

import java.time.LocalDate;

/** What falls due on a day. */
public record Due(LocalDate day, Sum sum) {}
