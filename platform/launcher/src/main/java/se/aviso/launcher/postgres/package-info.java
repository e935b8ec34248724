/** The embedded PostgreSQL: durable, on loopback, with its roles and databases. */
@NullMarked
package se.aviso.launcher.postgres;

import org.jspecify.annotations.NullMarked;
