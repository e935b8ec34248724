/**
 * Who may do what: roles, what each may, where a grant reaches, and who may give it to another.
 *
 * <p>Central type: {@link se.aviso.access.Delegation}. A grant is a role on a subtree of the groups until a day; nobody
 * can give what they lack. How callers are recognised, and where grants are kept, is not known here.
 */
@NullMarked
package se.aviso.access;

import org.jspecify.annotations.NullMarked;
