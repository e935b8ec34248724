/** What is kept of documents that were sent, on a real database. */
@NullMarked
package se.aviso.app.dispatch;

import org.jspecify.annotations.NullMarked;
