// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui;

import java.util.List;
import java.util.function.Consumer;
import org.ginnel.ui.activity.ActivityScreen;
import org.ginnel.ui.activity.ActivityView;
import org.ginnel.ui.activity.ActivityViewModel;
import org.ginnel.ui.admission.AdmissionCard;
import org.ginnel.ui.admission.AdmissionScreen;
import org.ginnel.ui.admission.AdmissionViewModel;
import org.ginnel.ui.admission.JoinProgram;
import org.ginnel.ui.catalog.ServerCatalog;
import org.ginnel.ui.connect.ConnectScreen;
import org.ginnel.ui.connect.ConnectView;
import org.ginnel.ui.connect.ConnectViewModel;
import org.ginnel.ui.file.TextFiles;
import org.ginnel.ui.flag.FlagPictures;
import org.ginnel.ui.frame.FrameView;
import org.ginnel.ui.frame.Page;
import org.ginnel.ui.frame.PageModel;
import org.ginnel.ui.frame.StartingPage;
import org.ginnel.ui.frame.Tab;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.link.Conversation;
import org.ginnel.ui.link.KeyChange;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.link.TunnelWishes;
import org.ginnel.ui.locations.LocationsScreen;
import org.ginnel.ui.locations.LocationsView;
import org.ginnel.ui.locations.LocationsViewModel;
import org.ginnel.ui.map.HomePlace;
import org.ginnel.ui.onboarding.OnboardingScreen;
import org.ginnel.ui.onboarding.OnboardingView;
import org.ginnel.ui.onboarding.OnboardingViewModel;
import org.ginnel.ui.own.ConfigImport;
import org.ginnel.ui.own.QrImage;
import org.ginnel.ui.palette.PaletteScreen;
import org.ginnel.ui.palette.PaletteView;
import org.ginnel.ui.palette.PaletteViewModel;
import org.ginnel.ui.preferences.PreferenceStore;
import org.ginnel.ui.settings.OwnSettings;
import org.ginnel.ui.settings.SettingsScreen;
import org.ginnel.ui.settings.SettingsView;
import org.ginnel.ui.settings.SettingsViewModel;
import org.ginnel.ui.text.Words;
import org.ginnel.ui.unreachable.UnreachableScreen;
import org.ginnel.ui.unreachable.UnreachableView;
import org.ginnel.ui.unreachable.UnreachableViewModel;

/// Makes each page with its brain and its face, when it is first needed.
///
/// @param search what is typed into the search of the settings, from elsewhere
/// @param quit ends the window
record Pages(
        Words words,
        Surroundings surroundings,
        Conversation conversation,
        TunnelWishes wishes,
        ServerCatalog catalog,
        KeyChange keys,
        Ways ways,
        FlagPictures flags,
        TextFiles files,
        PreferenceStore preferences,
        FrameView frame,
        Outlet<String> search,
        Runnable quit) {

    PageModel make(Page page) {
        return switch (page) {
            case STARTING -> starting();
            case UNREACHABLE -> unreachable();
            case ONBOARDING -> onboarding();
            case CONNECT -> connect();
            case LOCATIONS -> locations();
            case ACTIVITY -> activity();
            case SETTINGS -> settings();
        };
    }

    /// What stands above every page, told what the link says.
    List<Consumer<LinkState>> above(Consumer<Tab> goTo) {
        return List.of(admission()::on, palette(goTo)::on);
    }

    private AdmissionViewModel admission() {
        var outlet = new Outlet<AdmissionScreen>();
        var administrator = new JoinProgram(surroundings.join(), conversation.window());
        var user = System.getProperty("user.name");
        var model = new AdmissionViewModel(conversation.daemon(), administrator, user, ways::copy, outlet);
        var card = new AdmissionCard(words, model);
        outlet.to(card::render);
        frame.addOnTop(card.node());
        return model;
    }

    /// The palette, whose face is made when it is first opened.
    private PaletteViewModel palette(Consumer<Tab> goTo) {
        var outlet = new Outlet<PaletteScreen>();
        var model = new PaletteViewModel(wishes, catalog, keys, words, new WindowHands(this, goTo), outlet);
        frame.onPalette(() -> {
            if (!outlet.isConnected()) {
                var view = new PaletteView(words, model);
                outlet.to(view::render);
                frame.addAbove(view.root());
            }
            model.open();
        });
        return model;
    }

    private ConfigImport configs() {
        return new ConfigImport(conversation.daemon(), ways, QrImage::read);
    }

    private PageModel starting() {
        var view = StartingPage.view(words);
        frame.add(Page.STARTING, view, view);
        return new StartingPage();
    }

    private PageModel unreachable() {
        var outlet = new Outlet<UnreachableScreen>();
        var model = new UnreachableViewModel(conversation::tryNow, ways, outlet);
        var view = new UnreachableView(words, model);
        outlet.to(view::render);
        frame.add(Page.UNREACHABLE, view.root(), view.first());
        return model;
    }

    private PageModel onboarding() {
        var outlet = new Outlet<OnboardingScreen>();
        var model = new OnboardingViewModel(conversation.daemon(), surroundings.demo(), ways, configs(), outlet);
        var view = new OnboardingView(words, model);
        outlet.to(view::render);
        frame.add(Page.ONBOARDING, view.root(), view.first());
        return model;
    }

    private PageModel connect() {
        var outlet = new Outlet<ConnectScreen>();
        var model = new ConnectViewModel(
                conversation.daemon(), wishes, catalog, ways, conversation.time(), conversation.window(), outlet);
        var view = new ConnectView(words, flags, model);
        outlet.to(view::render);
        frame.add(Page.CONNECT, view.root(), view.first());
        return model;
    }

    private PageModel locations() {
        var outlet = new Outlet<LocationsScreen>();
        var model = new LocationsViewModel(
                wishes,
                catalog,
                ways,
                configs(),
                () -> HomePlace.of(conversation.time().zone().getId()),
                outlet);
        var view = new LocationsView(words, flags, model);
        outlet.to(view::render);
        frame.add(Page.LOCATIONS, view.root(), view.first());
        return model;
    }

    private PageModel activity() {
        var outlet = new Outlet<ActivityScreen>();
        var model = new ActivityViewModel(conversation.daemon(), ways, files, conversation.time(), outlet);
        var view = new ActivityView(words, model);
        outlet.to(view::render);
        frame.add(Page.ACTIVITY, view.root(), view.first());
        return model;
    }

    private PageModel settings() {
        var outlet = new Outlet<SettingsScreen>();
        var own = new OwnSettings(
                preferences,
                surroundings.loginStart(),
                surroundings.releases().get().isPresent(),
                files,
                words);
        var model = new SettingsViewModel(conversation.daemon(), ways, keys, conversation.time(), own, outlet);
        search.to(model::search);
        var view = new SettingsView(words, model, Version.number());
        outlet.to(view::render);
        frame.add(Page.SETTINGS, view.root(), view.first());
        return model;
    }
}
