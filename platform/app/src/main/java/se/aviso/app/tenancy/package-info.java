/**
 * The isolation wall: which tenant a thread works for, and how every transaction tells the database so.
 *
 * <p>Outside {@link se.aviso.app.tenancy.Tenancy#within} row-level security shows no row of anyone.
 */
@NullMarked
package se.aviso.app.tenancy;

import org.jspecify.annotations.NullMarked;
