/**
 * Who calls, and what they may do.
 *
 * <p>A bearer token says who; the grants in our own tables say what. Every resource method names the permission it
 * needs with {@link se.aviso.app.security.Needs}; a method that names none answers nobody.
 */
@NullMarked
package se.aviso.app.security;

import org.jspecify.annotations.NullMarked;
