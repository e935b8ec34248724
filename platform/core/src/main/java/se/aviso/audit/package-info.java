/**
 * Who did what, when, and what it was before: entries that are only ever added, each sealed over the one before it.
 *
 * <p>Central types: {@link se.aviso.audit.AuditEntry} and {@link se.aviso.audit.Seal}. Where entries are kept, and who
 * may read them, is not known here.
 */
@NullMarked
package se.aviso.audit;

import org.jspecify.annotations.NullMarked;
