/** Tests of the outbox to the identity provider, on a real database and a server that does as it is told. */
@NullMarked
package se.aviso.app.identity;

import org.jspecify.annotations.NullMarked;
