package io.cloudshop.auth.address;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A whole address book, which is short, in the order in which it was written. */
@Schema(name = "AddressBook", requiredProperties = "items")
record AddressList(@Schema(maxItems = AddressBook.MOST) List<SavedAddress> items) {}
