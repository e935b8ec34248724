/** The invariants as queries, asked for each tenant. */
@NullMarked
package se.aviso.launcher.doctor;

import org.jspecify.annotations.NullMarked;
