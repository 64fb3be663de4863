package io.cloudshop.auth.account;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the users, by email address. */
@Schema(requiredProperties = {"items", "page", "size", "total"})
record UserPage(List<AdministeredUser> items, long page, int size, long total) {}
