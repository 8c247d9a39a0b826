// Light or dark: that of the system unless the user chose.
const NAME = 'rugged.theme';

class Theme {
  choice = $state<'system' | 'light' | 'dark'>((localStorage.getItem(NAME) as 'light' | 'dark' | null) ?? 'system');

  set(choice: 'system' | 'light' | 'dark'): void {
    this.choice = choice;
    if (choice === 'system') localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, choice);
    applyTheme();
  }

  get dark(): boolean {
    return this.choice === 'dark' || (this.choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  }
}

export const theme = new Theme();

export function applyTheme(): void {
  if (theme.choice === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset['theme'] = theme.choice;
}
