import { Center, Loader } from "@mantine/core";
import { lazy, Suspense } from "react";
import { Redirect, Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { FlowsPage } from "./pages/FlowsPage.tsx";
import { SignInPage } from "./pages/SignInPage.tsx";
import { useSession } from "./session.tsx";

const EditorPage = lazy(() => import("./pages/EditorPage.tsx"));
const PromptsPage = lazy(() => import("./pages/PromptsPage.tsx"));
const CalendarsPage = lazy(() => import("./pages/CalendarsPage.tsx"));
const TablesPage = lazy(() => import("./pages/TablesPage.tsx"));
const SettingsPage = lazy(() => import("./pages/SettingsPage.tsx"));
const CallsPage = lazy(() => import("./pages/CallsPage.tsx"));

/** Addresses are behind the #, so that the server need not know the pages. */
export function App() {
  const { user } = useSession();
  if (user === undefined) return <Waiting />;
  if (user === null) return <SignInPage />;
  return (
    <Router hook={useHashLocation}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/" component={FlowsPage} />
          <Route path="/flows/:id">{({ id }) => <EditorPage key={id} id={id} />}</Route>
          <Route path="/calls/:id?">{({ id }) => <CallsPage callId={id} />}</Route>
          <Route path="/prompts" component={PromptsPage} />
          <Route path="/calendars/:id?">{({ id }) => <CalendarsPage id={id} />}</Route>
          <Route path="/tables/:id?">{({ id }) => <TablesPage id={id} />}</Route>
          <Route path="/settings/:section?">{({ section }) => <SettingsPage section={section} />}</Route>
          <Route>
            <Redirect to="/" />
          </Route>
        </Switch>
      </Suspense>
    </Router>
  );
}

function Waiting() {
  return (
    <Center h="100vh">
      <Loader type="dots" />
    </Center>
  );
}
