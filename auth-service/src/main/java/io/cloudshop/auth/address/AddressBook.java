package io.cloudshop.auth.address;

import io.cloudshop.auth.account.AccountLock;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * The addresses of each user. A book that is not empty has one default. Changes to one book come one after the other:
 * each locks its user.
 */
@ApplicationScoped
@Transactional
public class AddressBook {

    static final int MOST = 20;

    private final AddressRepository addresses;
    private final AccountLock accounts;
    private final Clock clock;

    AddressBook(AddressRepository addresses, AccountLock accounts, Clock clock) {
        this.addresses = addresses;
        this.accounts = accounts;
        this.clock = clock;
    }

    public List<SavedAddress> of(UUID userId) {
        return addresses.of(userId).stream().map(Address::view).toList();
    }

    SavedAddress require(UUID userId, UUID id) {
        return requireOwn(userId, id).view();
    }

    /** The first one is the default, whatever it says. */
    SavedAddress add(UUID userId, TypedAddress typed) {
        accounts.lock(userId);
        int slot = addresses.freeSlot(userId).orElseThrow(AddressBook::full);
        boolean first = addresses.oldest(userId).isEmpty();
        if (typed.isDefault()) {
            addresses.dropDefault(userId);
        }
        Address address = new Address(Ids.next(), userId, slot, clock.instant());
        address.write(typed);
        if (typed.isDefault() || first) {
            address.makeDefault();
        }
        addresses.persist(address);
        return address.view();
    }

    SavedAddress replace(UUID userId, UUID id, TypedAddress typed) {
        accounts.lock(userId);
        if (typed.isDefault()) {
            addresses.dropDefault(userId);
        }
        Address address = requireOwn(userId, id);
        address.write(typed);
        if (typed.isDefault()) {
            address.makeDefault();
        }
        return address.view();
    }

    /** The oldest of those that are left takes the place of a default. */
    void remove(UUID userId, UUID id) {
        accounts.lock(userId);
        addresses.findOwn(userId, id).ifPresent(address -> {
            addresses.delete(address);
            addresses.flush();
            if (address.isDefault()) {
                addresses.oldest(userId).ifPresent(Address::makeDefault);
            }
        });
    }

    private Address requireOwn(UUID userId, UUID id) {
        return addresses.findOwn(userId, id).orElseThrow(() -> CommonProblems.notFound("The address"));
    }

    private static DomainException full() {
        return new DomainException(
                AuthProblems.ADDRESS_BOOK_FULL, "There are " + MOST + " addresses already; remove one of them first.");
    }
}
