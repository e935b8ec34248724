package se.aviso.app.simulation;

import java.time.YearMonth;
import se.aviso.kernel.GroupId;

/** A month in a group. */
record GroupMonth(YearMonth month, GroupId group) {}
