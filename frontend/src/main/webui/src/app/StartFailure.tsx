/** Shown when not even the shop's own configuration could be loaded; stands without translations for the same reason. */
export function StartFailure() {
  return (
    <main role="alert" style={{ maxWidth: '32rem', margin: '20vh auto', padding: '1rem' }}>
      <h1>CloudShop could not start</h1>
      <p>Please check your internet connection and reload the page.</p>
      <p lang="fr">Vérifiez votre connexion à Internet et rechargez la page.</p>
    </main>
  )
}
